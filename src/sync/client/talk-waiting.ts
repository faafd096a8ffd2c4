import type { ArrivedComment } from './talk.ts';

/** Whether a comment still waits for a decision. */
export const isWaiting = ({ decision, onItsWay, envelope }: ArrivedComment): boolean =>
  decision === null && onItsWay === null && !envelope.answers.some(({ closes }) => closes);
