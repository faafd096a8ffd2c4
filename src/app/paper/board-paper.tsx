/** `/b/:unit/paper`: what is on the board now, by subject, as a sheet for the wall. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightNotice } from '../../domain/board/board.ts';
import { useBoard } from '../board/board-data.ts';
import { useDisplays } from '../board/display-data.ts';
import { useAspectName } from '../board/categories.tsx';
import { aspectsOf } from '../board/people.ts';
import { SelectField, Splash, useRegistry } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { type BoardGroup, boardParts, onBoardSince, type Shown } from './board-parts.ts';
import { LookFields, useLook } from './choices.tsx';
import { useHeldHead } from './notice-paper.tsx';
import type { Sheet } from './page.tsx';
import { PaperFrame } from './paper-frame.tsx';
import type { SheetUnit } from './routes.tsx';
import { brandOf, headWords, printedAt } from './sheet-words.tsx';
import { Sheets } from './sheets.tsx';

const MONTHS = ['3', '12', 'all'] as const;
type Months = (typeof MONTHS)[number];
const MONTH_MS = 30.5 * 86_400_000;
/** Publicity periods that still run began within a year. */
const PUBLICITY_MS = 12 * MONTH_MS;

function useSheet(shown: SheetUnit, made: ReturnType<typeof useWhen>): Sheet | null {
  const { t } = useTranslation('paper');
  const { unit, township } = shown;
  const head = useHeldHead(unit.id);
  return useMemo(() => {
    if (head === undefined) return null;
    const held = headWords(t, head);
    return {
      brand: brandOf(t, unit),
      of: unit.name.startsWith(township) ? unit.name : t('unitOf', { unit: unit.name, township }),
      title: t('board.title', { unit: unit.name }),
      address: `${window.location.origin}/b/${unit.id}`,
      lines: [t('board.scan'), t('board.lookUp'), held],
      short: held,
      printed: printedAt(t, made),
    };
  }, [t, unit, township, head, made]);
}

function useGroups(unit: SheetUnit['unit'], notices: LightNotice[]): BoardGroup[] {
  const registry = useRegistry();
  const nameOf = useAspectName();
  const { t } = useTranslation('paper');
  const aspects = aspectsOf(registry, unit.kind);
  const aspectOf = new Map((registry?.catalogue ?? []).map((entry) => [entry.id, entry.aspect]));
  const groups = aspects.map((aspect) => ({
    name: nameOf(aspect, unit.kind),
    notices: notices.filter((one) => aspectOf.get(one.entry) === aspect),
  }));
  const rest = notices.filter((one) => !aspects.some((aspect) => aspect === aspectOf.get(one.entry)));
  return [...groups, { name: t('board.others'), notices: rest }].filter((group) => group.notices.length > 0);
}

function Made({ shown, notices }: { shown: SheetUnit; notices: LightNotice[] }) {
  const { t } = useTranslation('paper');
  const when = useWhen();
  const [made] = useState(when);
  const [months, setMonths] = useState<Months>('3');
  const [pages, setPages] = useState<number | null>(null);
  const choosing = useLook(false);
  const { unit } = shown;
  const chosen = useMemo(
    () =>
      onBoardSince(notices, months === 'all' ? -Infinity : made.now - Number(months) * MONTH_MS, made.now),
    [notices, months, made],
  );
  const displays = useDisplays(unit.id, new Date(made.now - PUBLICITY_MS).toISOString());
  const groups = useGroups(unit, chosen);
  const sheet = useSheet(shown, made);
  const key = JSON.stringify(groups);
  const parts = useMemo(() => {
    const words: Shown = { t, day: made.fullDay, now: made.now, displays };
    return boardParts(JSON.parse(key) as BoardGroup[], words, t('board.title', { unit: unit.name }));
  }, [key, t, made, unit, displays]);
  return (
    <PaperFrame
      title={t('board.screen')}
      back={`/b/${unit.id}`}
      controls={
        <div className="paper-choices">
          <SelectField
            label={t('board.since')}
            value={months}
            options={MONTHS.map((value) => ({ value, label: t(`board.months.${value}`) }))}
            onChange={(value) => setMonths(value as Months)}
          />
          <LookFields {...choosing} />
        </div>
      }
      code={null}
      pages={pages}
    >
      {sheet && <Sheets parts={parts} sheet={sheet} look={choosing.look} onPages={setPages} />}
    </PaperFrame>
  );
}

export function BoardPaper({ shown }: { shown: SheetUnit }) {
  const board = useBoard(shown.unit.id, Infinity);
  if (!board) return <Splash />;
  return <Made shown={shown} notices={board.notices} />;
}
