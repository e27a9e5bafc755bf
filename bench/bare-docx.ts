// What a DOCX of so many paragraphs costs by itself: the package alone, no form of NĐ 30, no program.
// A child of bench/consolidation.ts: takes the paragraphs, answers the seconds and how many MB more it held at most.
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { memoryOf } from './cost.ts';

process.on('message', async (texts: string[]) => {
  const { VmRSS: idle } = memoryOf('self');
  const start = performance.now();
  const children = texts.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const seconds = (performance.now() - start) / 1000;
  process.send?.({ seconds, over: memoryOf('self').VmHWM - idle });
});
process.send?.('ready');
