import { expect, test } from 'vitest';
import { cutAtNames, keepIds, namedIn, showNames, typedName } from './mention.ts';

const an = { personId: '11111111-1111-4111-8111-111111111111', name: 'Lê An' };
const anh = { personId: '22222222-2222-4222-8222-222222222222', name: 'Lê An Hạ' };

test('names become ids and names again; a longer name is not cut by a shorter one', () => {
  const kept = keepIds('Nhờ @Lê An Hạ và @Lê An xem', [an, anh]);
  expect(kept).toBe(`Nhờ @{${anh.personId}} và @{${an.personId}} xem`);
  expect(namedIn(kept)).toEqual([anh.personId, an.personId]);
  const names = new Map([an, anh].map(({ personId, name }) => [personId, name]));
  expect(showNames(kept, names)).toBe('Nhờ @Lê An Hạ và @Lê An xem');
  expect(showNames(kept, new Map())).toBe('Nhờ @… và @… xem');
  expect(cutAtNames('Nhờ @Lê An Hạ xem', [an, anh])).toEqual(['Nhờ ', '@Lê An Hạ', ' xem']);
});

test('a name is being typed after an @ that begins a word', () => {
  expect(typedName('Nhờ @lê th', 10)).toEqual({ from: 4, text: 'lê th' });
  expect(typedName('thư a@b.vn', 10)).toBeNull();
  expect(typedName('Nhờ @lê\nxem', 11)).toBeNull();
});
