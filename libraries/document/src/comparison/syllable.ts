// The shape of a Vietnamese syllable: onset, rhyme, at most one tone.
// Source: Quy tắc chính tả tiếng Việt (Hoàng Phê, Từ điển tiếng Việt), both tone placements accepted.
const onsets = 'ngh|ng|nh|n|gh|gi|g|ch|c|kh|k|qu|ph|p|th|tr|t|b|d|đ|h|l|m|r|s|v|x|';
const rhymes = [
  'a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
  'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uynh uyn uyt uyên uyêt uyu',
  'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu',
  'y yê yêm yên yêng yêt yêu ya ych ynh ym yn yt',
];
const shape = new RegExp(`^(?:${onsets})(?:${rhymes.join(' ').split(' ').join('|')})$`, 'u');
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A closed syllable takes only the sharp or the heavy tone: “cấp”, “cập”, never “càp”. */
const stopped = /(?:c|ch|p|t)$/;

/** True when the word, in any case, has the shape of one Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const marks = parts.match(tones) ?? [];
  if (marks.length > 1) return false;
  const letters = parts.replace(tones, '').normalize('NFC');
  if (stopped.test(letters) && !/[\u0301\u0323]/.test(marks[0] ?? '')) return false;
  return shape.test(letters);
}
