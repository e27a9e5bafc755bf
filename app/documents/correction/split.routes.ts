import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import * as contract from '../document.contract.ts';
import { maySplitAt } from '../reader/split-places.ts';
import { openForCorrection, save } from './correct-document.ts';
import { nextId } from './correction.ts';
import { nextDuty } from './merge-partner.ts';
import { mergeDuties, splitDuty } from './split-merge.ts';

export function splitRoutes(web: Web, house: House): void {
  mount(web, house, contract.splitDuty, async (call) => {
    const document = await openForCorrection(call);
    const { duties } = document.reading;
    const duty = duties.find((one) => one.id === call.params.dutyId && !one.removed);
    if (!duty) throw notFound('nhiệm vụ này trong văn bản');
    const { at } = call.body;
    if (!maySplitAt(duty, at, document.text))
      throw invalid(
        'Chỗ tách không nằm giữa lời văn của nhiệm vụ: hãy đặt con trỏ vào giữa đoạn nêu nhiệm vụ rồi tách lại.',
      );
    const hand = { text: document.text, personId: call.viewer.personId };
    const parts = splitDuty(duty, at, nextId(duties), hand);
    const payload = { dutyId: duty.id, path: duty.path, at, newId: parts[1].id };
    return save(call, document, parts, [{ kind: 'document.duty-split', payload }]);
  });
  mount(web, house, contract.mergeDuties, async (call) => {
    const document = await openForCorrection(call);
    const { duties } = document.reading;
    const duty = duties.find((one) => one.id === call.params.dutyId && !one.removed);
    if (!duty) throw notFound('nhiệm vụ này trong văn bản');
    const next = nextDuty(duties, duty.id);
    if (!next) throw invalid('Đây là nhiệm vụ cuối của văn bản nên không có nhiệm vụ nào liền sau để gộp.');
    if (next.id !== call.body.withId)
      throw conflict('Nhiệm vụ đứng liền sau đã khác: hãy tải lại trang rồi gộp lại.');
    const hand = { text: document.text, personId: call.viewer.personId };
    const payload = { dutyId: duty.id, path: duty.path, withId: next.id, withPath: next.path };
    return save(call, document, mergeDuties(duty, next, hand), [{ kind: 'document.duties-merged', payload }]);
  });
}
