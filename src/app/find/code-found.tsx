/** Nine digits from a sheet of paper: the notice they stand for opens by itself, on whichever board it is. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { noticeCode, readCode } from '../../domain/notice/code.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { ButtonLink } from '../ui/button.tsx';
import { useDevice } from '../ui/device-context.tsx';
import { Message } from '../ui/surfaces.tsx';

interface Found {
  unit: string;
  notice: string;
  title: string;
}

/** Notices with this number among all boards on this device: seldom more than one. */
async function withCode(db: DeviceDb, code: string): Promise<Found[]> {
  const found: Found[] = [];
  await db.pages.each(({ stream, notices }) => {
    for (const { id, title } of notices)
      if (noticeCode(id) === code) found.push({ unit: stream.split('/')[1] ?? '', notice: id, title });
  });
  return found;
}

/** Undefined: being looked for. */
function useWithCode(code: string | null): Found[] | undefined {
  const { db } = useDevice();
  const [looked, setLooked] = useState<{ code: string; found: Found[] } | null>(null);
  useEffect(() => {
    if (code === null) return;
    let gone = false;
    withCode(db, code).then(
      (found) => gone || setLooked({ code, found }),
      () => gone || setLooked({ code, found: [] }),
    );
    return () => {
      gone = true;
    };
  }, [db, code]);
  return looked?.code === code ? looked.found : undefined;
}

const pathOf = ({ unit, notice }: Found): string => `/b/${unit}/n/${notice}`;

export function CodeFound({ typed }: { typed: string }) {
  const { t } = useTranslation('find');
  const read = readCode(typed);
  const found = useWithCode(read.state === 'code' ? read.code : null);
  if (read.state === 'mistyped') return <Message tone="amber" title={t('code.mistyped')} />;
  if (read.state === 'other' || found === undefined) return null;
  const [only, ...more] = found;
  if (!only) return <Message tone="amber" title={t('code.none')} />;
  // Going back leads to where one was before: the same digits would open it again.
  if (more.length === 0) return <Navigate to={pathOf(only)} replace />;
  return (
    <div className="stack-tight">
      {found.map((one) => (
        <ButtonLink key={one.notice} to={pathOf(one)}>
          {one.title}
        </ButtonLink>
      ))}
    </div>
  );
}
