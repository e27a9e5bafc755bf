import { Anchor, Button, Checkbox, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { words } from '#app/platform/words.ts';
import { listAchievements, takeAchievements } from '#app/registers/awards/achievement.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { useRefresh } from './use-register.ts';

const achievementWords = words({
  vi: {
    title: 'Thành tích trong các sổ',
    help: 'Tìm theo tên người, tổ chức được đề nghị. Chọn việc đúng là của họ rồi đưa vào hồ sơ.',
    none: 'Chưa thấy việc nào ghi tên này trong các sổ khác.',
    choose: (title: string) => `Chọn: ${title}`,
    told: 'đã có trong hồ sơ',
    take: (many: number) => (many ? `Đưa ${many} việc vào hồ sơ` : 'Đưa vào hồ sơ'),
  },
  en: {
    title: 'Achievements in the registers',
    help: 'Found by the name of the candidate or their organisation. Choose what is theirs and take it in.',
    none: 'No row of the other registers names them yet.',
    choose: (title) => `Choose: ${title}`,
    told: 'in the dossier already',
    take: (many) => (many ? `Take ${many} in` : 'Take in'),
  },
});

/** What the candidate of an award has done, found in the other registers, to be taken into the dossier. */
export function Achievements({ id, revision }: { id: string; revision: number }) {
  const t = useWords(achievementWords);
  const { language } = useLanguage();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data, error } = useQuery({
    queryKey: ['registers', 'award', 'achievements', id, revision],
    queryFn: () => call(listAchievements, { params: { id } }),
  });
  const taking = useMutation({
    mutationFn: () => call(takeAchievements, { params: { id }, body: { revision, ids: [...chosen] } }),
    onSuccess: async () => {
      setChosen([]);
      await refresh();
    },
  });
  if (error && !data) throw error;
  if (!data) return null;
  const { achievements, mayTake } = data;
  return (
    <section className="paper no-print" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="md" mb="xs">
        {t.title}
      </Title>
      {achievements.length ? (
        <>
          <Text className="register-soft" mb="sm">
            {t.help}
          </Text>
          <ul className="register-achievements">
            {achievements.map((one) => (
              <li key={one.id}>
                {mayTake && !one.isTold ? (
                  <Checkbox
                    aria-label={t.choose(one.title)}
                    checked={chosen.includes(one.id)}
                    onChange={({ currentTarget: { checked } }) =>
                      setChosen((now) =>
                        checked ? [...now, one.id] : now.filter((other) => other !== one.id),
                      )
                    }
                  />
                ) : (
                  <span />
                )}
                <div>
                  <Anchor component={Link} to={one.address} underline="always">
                    {one.title}
                  </Anchor>
                  <div className="register-soft">
                    {[one.said[language], one.on && showDay(one.on), one.worth, one.isTold && t.told]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </div>
              </li>
            ))}
          </ul>
          {mayTake && achievements.some(({ isTold }) => !isTold) ? (
            <Button
              mt="sm"
              variant="light"
              disabled={!chosen.length}
              loading={taking.isPending}
              onClick={() => taking.mutate()}
            >
              {t.take(chosen.length)}
            </Button>
          ) : null}
        </>
      ) : (
        <Text className="register-soft">{t.none}</Text>
      )}
    </section>
  );
}
