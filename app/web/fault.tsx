import { Text } from '@mantine/core';
import { faultBeside } from './call.ts';

/** What no field of a form says of what went wrong. */
export function Fault({ error }: { error: Error | null }) {
  const said = faultBeside(error);
  return said ? (
    <Text role="alert" c="red">
      {said}
    </Text>
  ) : null;
}
