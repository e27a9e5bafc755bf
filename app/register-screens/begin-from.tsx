import { useNavigate } from '@tanstack/react-router';
import { words } from '#app/platform/words.ts';
import { ReferenceField } from './reference-field.tsx';

const beginWords = words({
  vi: {
    from: (said: string) => `Điền sẵn từ sổ “${said}”`,
    help: 'Tên, nước, liên kết và thành tích đã ghi được điền vào phiếu; bạn xem lại rồi mới lưu.',
  },
  en: {
    from: (said) => `Fill in from “${said}”`,
    help: 'Name, country, links and achievements are filled in; you look at them before you save.',
  },
});

type Props = { register: string; from: string; said: { vi: string; en: string } };

/** Asks for a row of another register, whose words then fill the form of a new one. */
export function BeginFrom({ register, from, said }: Props) {
  const navigate = useNavigate();
  return (
    <section className="paper" style={{ padding: '14px 18px', marginBottom: 12, maxWidth: 640 }}>
      <ReferenceField
        register={register}
        field={{
          name: from,
          kind: 'link',
          said: { vi: beginWords.vi.from(said.vi), en: beginWords.en.from(said.en) },
          hint: { vi: beginWords.vi.help, en: beginWords.en.help },
          isRequired: false,
          isSealed: false,
          input: { control: 'reference', target: `register:${from}` },
          filter: null,
        }}
        value={null}
        error={undefined}
        names={{}}
        onChange={(id) =>
          id && void navigate({ to: `/registers/${register}/new`, search: { from, id } as never })
        }
      />
    </section>
  );
}
