/** Marks what is read aloud: the sentence, and in it the word. Drawn over the screen, so that every screen has it. */
import { useEffect, useReducer, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import './marks.css';
import { type Box, sentenceBoxes, wordBoxes } from './places.ts';
import { ScreenSource } from './screen-source.ts';
import { onSpeaking, speakingNow } from './speaker.ts';

/** Draws anew when what stands on the screen may have moved. */
function useMoves(watched: boolean): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!watched) return undefined;
    const body = document.getElementById('app') ?? document.body;
    const changes = new MutationObserver(again);
    changes.observe(body, { childList: true, subtree: true, characterData: true });
    window.addEventListener('resize', again);
    document.addEventListener('scroll', again, { capture: true, passive: true });
    return () => {
      changes.disconnect();
      window.removeEventListener('resize', again);
      document.removeEventListener('scroll', again, { capture: true });
    };
  }, [watched]);
}

/** Parts of the window that heads and bars may cover. */
const TOP = 130;
const BOTTOM = 330;

/** Brings a sentence into sight, where it is not. */
function bringIntoSight(element: Element, box: Box | undefined): void {
  if (!box) return;
  const low = window.innerHeight - Math.min(BOTTOM, window.innerHeight / 2);
  if (box.top >= TOP && box.top + Math.min(box.height, low - TOP) <= low) return;
  if (element.closest('[role="dialog"], [role="alertdialog"]')) element.scrollIntoView({ block: 'nearest' });
  else window.scrollTo(0, window.pageYOffset + box.top - Math.max(TOP, window.innerHeight * 0.25));
}

function Boxes({ boxes, className }: { boxes: Box[]; className: string }) {
  const [x, y] = [window.pageXOffset, window.pageYOffset];
  return boxes.map(({ left, top, width, height }, at) => (
    <div key={at} className={className} style={{ left: left + x, top: top + y, width, height }} />
  ));
}

export function Marks() {
  const { state, source, index, word } = useSyncExternalStore(onSpeaking, speakingNow);
  const shows = (state === 'reading' || state === 'paused') && source instanceof ScreenSource;
  useMoves(shows);
  const piece = shows ? source.piece(index) : null;
  useEffect(() => {
    if (piece) bringIntoSight(piece.element, sentenceBoxes(piece)[0]);
  }, [piece]);
  if (!piece) return null;
  const whole = piece.stretches.length === 0;
  const over = piece.element.closest('[role="dialog"], [role="alertdialog"]') !== null;
  return createPortal(
    <div className={`read-marks ${over ? 'read-marks-over' : ''}`} aria-hidden="true">
      <Boxes className={whole ? 'read-frame' : 'read-sentence'} boxes={sentenceBoxes(piece)} />
      {word && <Boxes className="read-word" boxes={wordBoxes(piece, word)} />}
    </div>,
    document.body,
  );
}
