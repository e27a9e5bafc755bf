import { apiWords } from './api.words.ts';
import { useWords } from './language.tsx';
import { type Listed, linesOf, type Parameter, type ShapeLine, schemaOf, typeOf } from './open-api.ts';
import { ScrollRegion } from './scroll-region.tsx';

/** One route: what it does in a line; what it takes and gives when opened. */
export function ApiOperation({ listed: { method, path, operation } }: { listed: Listed }) {
  const t = useWords(apiWords);
  const parameters = (operation.parameters ?? []).map(asLine);
  const body = linesOf(schemaOf(operation.requestBody));
  const response = linesOf(schemaOf(operation.responses?.['200']));
  return (
    <details className="api-operation">
      <summary>
        <span className="api-method" data-method={method}>
          {method}
        </span>
        <code className="api-path">{path}</code>
        <span className="api-summary">{operation.summary}</span>
      </summary>
      <div className="api-details">
        {parameters.length ? <Shape title={t.parameters} lines={parameters} /> : null}
        {body.length ? <Shape title={t.body} lines={body} /> : null}
        {parameters.length || body.length ? null : <p className="api-nothing">{t.nothing}</p>}
        {response.length ? (
          <details>
            <summary>{t.response}</summary>
            <Shape title={t.response} lines={response} isHeaded={false} />
          </details>
        ) : null}
      </div>
    </details>
  );
}

const asLine = ({ name, in: place, required, schema }: Parameter): ShapeLine => ({
  name: place === 'path' ? `{${name}}` : `?${name}`,
  type: typeOf(schema ?? {}),
  isRequired: required ?? false,
});

function Shape({ title, lines, isHeaded = true }: { title: string; lines: ShapeLine[]; isHeaded?: boolean }) {
  const t = useWords(apiWords);
  return (
    <>
      {isHeaded ? <h3>{title}</h3> : null}
      <ScrollRegion className="api-scroll" label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.type}</th>
              <th scope="col">{t.need}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.name}>
                <th scope="row">
                  <code>{line.name}</code>
                </th>
                <td>
                  <code>{line.type}</code>
                </td>
                <td>{line.isRequired ? t.required : t.optional}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
