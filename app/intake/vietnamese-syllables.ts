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
const syllable = new RegExp(`^(?:${onsets})(?:${rhymes.join(' ').split(' ').join('|')})$`, 'u');
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** True when `word` (any case, NFC or NFD) has the shape of one Vietnamese syllable. */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  if ((parts.match(tones)?.length ?? 0) > 1) return false;
  return syllable.test(parts.replace(tones, '').normalize('NFC'));
}

/**
 * How Vietnamese the words with a letter outside ASCII look: `marked` such words, of which `good` have the
 * shape of a syllable. Text in a wrong encoding has many marked words and few good ones.
 */
export function countMarkedSyllables(text: string): { marked: number; good: number } {
  let marked = 0;
  let good = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]*[^\x00-\x7f\s\p{P}\p{Z}][^\s\p{P}\p{Z}\d]*/gu)) {
    marked += 1;
    if (isVietnameseSyllable(word)) good += 1;
  }
  return { marked, good };
}
