import { Button } from '@mantine/core';
import { useLanguage } from '#app/web/language.tsx';

/** Papers that rows of a register make, by register: words and address. */
const papers: Record<string, { said: { vi: string; en: string }; address: (id: string) => string }> = {
  consultation: {
    said: { vi: 'Bảng tiếp thu, giải trình (DOCX)', en: 'Table of opinions (DOCX)' },
    address: (id) => `/api/registers/consultation/rows/${id}/opinions.docx`,
  },
};

/** The paper that a row makes, where its register has one. */
export function RowPapers({ register, id }: { register: string; id: string }) {
  const { language } = useLanguage();
  const paper = papers[register];
  return paper ? (
    <Button component="a" href={paper.address(id)} download variant="default" className="no-print">
      {paper.said[language]}
    </Button>
  ) : null;
}
