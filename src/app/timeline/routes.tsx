/** A board, or one of its notices, on a day in the past. */
import { Navigate, useParams } from 'react-router';
import { BoardDayScreen } from './board-day-screen.tsx';
import { NoticeDayScreen } from './notice-day-screen.tsx';

export default function TimelineRoutes() {
  const { unit, notice } = useParams();
  if (!unit) return <Navigate to="/" replace />;
  return notice ? (
    <NoticeDayScreen key={`${unit}/${notice}`} unit={unit} notice={notice} />
  ) : (
    <BoardDayScreen key={unit} unit={unit} />
  );
}
