import { dayAsked } from '#app/platform/as-of.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { countryNames } from '#libraries/register/index.ts';
import { asSaid } from '../describe-register.ts';
import { getRegister } from '../find-register.ts';
import { rowsAsOf } from '../past/past.store.ts';
import { readableReach } from '../register.policy.ts';
import { registerFigures } from './figure.contract.ts';
import { computeIndicator, countByCountry, countryFields } from './figure.store.ts';

/** What a register counts. */
export function figureRoutes(web: Web, house: House): void {
  mount(web, house, registerFigures, async ({ params, query, viewer, tx }) => {
    const register = getRegister(params.register);
    const { from, to, agency } = query;
    const reach = readableReach(register, viewer);
    const day = dayAsked(query.asOf, officeDay(house.now()));
    const rows = day ? await rowsAsOf(tx, register, day) : undefined;
    const asking = { window: { from, to }, agencyId: agency, reach, rows };
    const figures = [];
    for (const indicator of register.indicators) {
      const countries = await countByCountry(tx, register, indicator, asking);
      figures.push({
        key: indicator.key,
        said: asSaid(indicator.said),
        unit: indicator.unit,
        rule: indicator.rule,
        amounts: await computeIndicator(tx, register, indicator, asking),
        byCountry: countries.map((one) => ({ ...one, name: countryNames(one.country)[0] })),
      });
    }
    return { figures, hasCountries: countryFields(register).length > 0 };
  });
}
