/** `/b/:unit/n/:notice/paper`: a notice on paper. `/b/:unit/paper`: the whole board on paper. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Unit } from '../../domain/registry/events.ts';
import { useDetails, useFollow } from '../board/board-data.ts';
import { useOwnNotice } from '../outings/notice-data.ts';
import { ButtonLink, Empty, Message, Screen, Splash, useRegistry } from '../ui/index.ts';
import { BoardPaper } from './board-paper.tsx';
import { NoticePaper } from './notice-paper.tsx';

/** Whose sheet it is. */
export interface SheetUnit {
  unit: Unit;
  /** The township's name. */
  township: string;
}

function Nothing({ back, title, text }: { back: string; title: string; text: string }) {
  const { t } = useTranslation('paper');
  return (
    <Screen title={t('title')} back={back}>
      <Empty icon="print" title={title} action={<ButtonLink to={back}>{t('back')}</ButtonLink>}>
        {text}
      </Empty>
    </Screen>
  );
}

function OfNotice({ shown, id }: { shown: SheetUnit; id: string }) {
  const { t } = useTranslation('paper');
  const unit = shown.unit.id;
  const own = useOwnNotice(unit, id);
  const details = useDetails(unit, id);
  const back = `/b/${unit}/n/${id}`;
  if (own === undefined || details === undefined) return <Splash />;
  if (own === null) return <Nothing back={`/b/${unit}`} title={t('gone.title')} text={t('gone.text')} />;
  if (own.notice.withdrawal)
    return <Nothing back={back} title={t('withdrawn.title')} text={own.notice.withdrawal.reason} />;
  if (details?.proof === 'failed') {
    return (
      <Screen title={t('title')} back={back}>
        <Message tone="red" title={t('failed.title')}>
          {t('failed.text')}
        </Message>
      </Screen>
    );
  }
  return <NoticePaper shown={shown} own={own} />;
}

export default function PaperRoutes() {
  const { t } = useTranslation('paper');
  const { unit = '', notice } = useParams();
  const registry = useRegistry();
  useFollow(unit);
  const own = registry?.units[unit];
  const township = registry?.name ?? '';
  const shown = useMemo(() => own && { unit: own, township }, [own, township]);
  if (registry === undefined) return <Splash />;
  if (!shown) return <Nothing back="/units" title={t('gone.title')} text={t('gone.text')} />;
  return notice === undefined ? <BoardPaper shown={shown} /> : <OfNotice shown={shown} id={notice} />;
}
