import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Logo } from '#app/web/logo.tsx';
import { accountWords } from './account.words.ts';
import './gate.css';

/** The frame of the pages before the shell: who we are on the left, the one thing to do on the right. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(accountWords);
  return (
    <div className="gate">
      <header className="gate-sign">
        <p className="gate-name">
          <Logo size={44} />
          Nhịp Cầu
        </p>
        <Text className="gate-slogan">{t.slogan}</Text>
        <ol className="gate-steps">
          {t.steps.split('|').map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Bridge />
      </header>
      <main className="gate-main">
        <div className="paper gate-card">
          <Title order={1} fz={22} mb="md">
            {title}
          </Title>
          {children}
        </div>
      </main>
    </div>
  );
}

/** A cable-stayed bridge over the river, drawn faintly behind the words. */
function Bridge() {
  const cables = [1, 2, 3, 4, 5, 6];
  return (
    <svg
      className="gate-bridge"
      viewBox="0 0 600 190"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <g fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M0 140h600M0 148h600" />
        {[170, 430].map((tower) => (
          <g key={tower}>
            <path d={`M${tower} 10v165`} strokeWidth="5" />
            {cables.flatMap((cable) =>
              [-1, 1].map((side) => (
                <path key={cable * side} d={`M${tower} ${10 + cable * 9}L${tower + side * cable * 21} 140`} />
              )),
            )}
          </g>
        ))}
        <path d="M0 172c40-8 60 8 100 0s60 8 100 0 60 8 100 0 60 8 100 0 60 8 100 0 60 8 100 0" />
        <path d="M-30 184c40-8 60 8 100 0s60 8 100 0 60 8 100 0 60 8 100 0 60 8 100 0 60 8 100 0" />
      </g>
    </svg>
  );
}
