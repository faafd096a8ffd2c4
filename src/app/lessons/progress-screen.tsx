/** `/office/lessons`: people by lessons, and as a table that can be taken along. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finished, type Learner, learners } from '../../domain/lesson/progress.ts';
import { LESSONS } from '../../domain/lesson/lessons.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { type LessonRecord, recordKey } from '../../domain/review/queue.ts';
import { officeStream, type TownshipId } from '../../sync/client/streams.ts';
import { type Cell, csvOf } from '../figures/export.ts';
import { OfficePage } from '../office/frame.tsx';
import { useWords } from '../practice/coach.tsx';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button, Empty, Splash, useDevice, useIdentity } from '../ui/index.ts';
import './lessons.css';

/** All records of finished lessons that this device may read. */
function useRecords(registry: Registry): LessonRecord[] | undefined {
  const { db } = useDevice();
  const township = useIdentity()?.township as TownshipId | undefined;
  const units = Object.keys(registry.units).join(' ');
  return useLiveQuery(async () => {
    if (!township) return [];
    const found: LessonRecord[] = [];
    for (const unit of units.split(' ')) {
      const stream = officeStream(township, unit);
      const rows = await db.rows
        .where('[stream+key]')
        // ';' is what comes after ':'.
        .between([stream, recordKey('lesson', '')], [stream, 'lesson;'])
        .toArray();
      found.push(...rows.map(({ value }) => value as LessonRecord));
    }
    return found;
  }, [db, township, units]);
}

function useCell(): (one: Finished | undefined) => string {
  const { t } = useTranslation('lessons');
  return (one) => {
    if (!one) return t('office.none');
    return one.outdated ? t('office.outdated') : t('office.cell', { day: one.day, score: one.score });
  };
}

function Row({ learner }: { learner: Learner }) {
  const { t } = useTranslation('lessons');
  const cell = useCell();
  const { member, unitName, finished, done } = learner;
  return (
    <tr>
      <th scope="row">
        {member.name}
        <span className="second lesson-unit">
          {unitName} · {member.post}
        </span>
      </th>
      <td className="figures lesson-sum">{t('office.of', { n: done, all: LESSONS.length })}</td>
      {LESSONS.map(({ id }) => {
        const one = finished[id];
        const tone = !one ? '' : one.outdated ? 'lesson-cell-old' : 'lesson-cell-done';
        return (
          <td key={id} className={`figures ${tone}`}>
            {cell(one)}
          </td>
        );
      })}
    </tr>
  );
}

export function ProgressScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('lessons');
  const say = useWords();
  const cell = useCell();
  const records = useRecords(registry);
  const [onlyOpen, setOnlyOpen] = useState(false);
  if (!records) return <Splash />;
  const everybody = learners(registry, LESSONS, records);
  const finished = everybody.filter(({ done }) => done === LESSONS.length).length;
  const shown = onlyOpen ? everybody.filter(({ done }) => done < LESSONS.length) : everybody;
  const csv = (): Cell[][] => [
    [t('office.unit'), t('office.person'), t('office.doneColumn'), ...LESSONS.map(({ title }) => say(title))],
    ...everybody.map(({ member, unitName, finished: by, done }) => [
      unitName,
      member.name,
      done,
      ...LESSONS.map(({ id }) => cell(by[id])),
    ]),
  ];
  return (
    <OfficePage
      title={t('office.title')}
      lead={t('office.lead')}
      aside={
        <Button icon="save" onClick={() => void handOver(csvOf(csv()), `${fileName(t('office.file'))}.csv`)}>
          {t('office.csv')}
        </Button>
      }
    >
      {everybody.length === 0 ? (
        <Empty icon="people" title={t('office.empty')} />
      ) : (
        <div className="stack">
          <p className="lesson-filter">
            <span>{t('office.all', { people: everybody.length, finished })}</span>
            <label>
              <input type="checkbox" checked={onlyOpen} onChange={() => setOnlyOpen(!onlyOpen)} />{' '}
              {t('office.filter')}
            </label>
          </p>
          {/* It scrolls sideways, so the keyboard must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="lesson-table" aria-label={t('office.title')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('office.person')}</th>
                  <th scope="col">{t('office.doneColumn')}</th>
                  {LESSONS.map((lesson) => (
                    <th key={lesson.id} scope="col">
                      {say(lesson.title)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((learner) => (
                  <Row key={learner.member.id} learner={learner} />
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
    </OfficePage>
  );
}
