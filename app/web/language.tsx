import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Language } from '#app/platform/words.ts';

type Chosen = { language: Language; choose: (language: Language) => void };

const LanguageContext = createContext<Chosen>({ language: 'vi', choose: () => {} });
const STORED = 'nhipcau.language';

/** Keeps the language of the interface for everything below; Vietnamese unless its reader chose otherwise. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(STORED) === 'en' ? 'en' : 'vi',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(STORED, language);
  }, [language]);
  return <LanguageContext value={{ language, choose: setLanguage }}>{children}</LanguageContext>;
}

export const useLanguage = (): Chosen => useContext(LanguageContext);

/** The words of a dictionary in the reader's language: `const t = useWords(dutyWords)`. */
export function useWords<T>(dictionary: { vi: T; en: T }): T {
  return dictionary[useLanguage().language];
}
