import { Button, Menu } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { exportForms, exportPath } from './export.contract.ts';
import { exportWords } from './export.words.ts';

/** A reading as a file to take away. */
export function ExportMenu({ documentId }: { documentId: string }) {
  const t = useWords(exportWords);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px="sm" title={t.label}>
          {t.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportForms.map((form) => (
          <Menu.Item key={form} component="a" href={exportPath(documentId, form)} download>
            {t.forms[form]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
