import { readSettings, settingsTable } from '#app/platform/settings.ts';

/** `bin/nhipcau settings`: each setting with its value; secrets only as given or not. @throws Stop when one is wrong */
export async function settingsCommand(): Promise<number> {
  readSettings(process.env);
  process.stdout.write(`${settingLines(process.env).join('\n')}\n`);
  return 0;
}

export function settingLines(env: NodeJS.ProcessEnv): string[] {
  return settingsTable.flatMap(({ name, meaning, isSecret, preset }) => {
    const given = env[name];
    const value = given
      ? isSecret
        ? '(đã đặt, không in)'
        : given
      : preset === null
        ? '(bỏ trống)'
        : `${preset} (mặc định)`;
    return [`${name} = ${value}`, `    ${meaning}`];
  });
}
