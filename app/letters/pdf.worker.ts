import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { answerTasks } from '#app/platform/kept-worker.ts';

/** Compiling is synchronous: here it holds up nobody. Takes a sheet, answers a PDF. */
const here = import.meta.dirname;
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const fontBlobs = faces.map((face) => readFileSync(join(fonts, face, `Tinos_${face}.ttf`)));
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs }] });
const mainFileContent = readFileSync(join(here, 'official-document.typ'), 'utf8');
/** Without it each document stays in memory. */
const kept = 10;

function print(sheet: unknown): Uint8Array {
  const made = compiler.compile({ mainFileContent, inputs: { sheet: JSON.stringify(sheet) } });
  const [fault] = made.takeDiagnostics()?.shortDiagnostics ?? [];
  if (!made.result) throw new Error(`the PDF could not be set: ${JSON.stringify(fault ?? null)}`);
  const pdf = compiler.pdf(made.result, { pdfStandard: 'a-2b' });
  compiler.evictCache(kept);
  return pdf;
}

answerTasks((sheet: unknown) => Uint8Array.from(print(sheet)));
