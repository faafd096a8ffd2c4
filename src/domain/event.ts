/** What a fold sees: one event of a stream, already checked against the log and its schema. */
export interface DomainEvent<Type extends string = string, Content = unknown> {
  /** SHA-256 of the header, hex. */
  id: string;
  /** Place in the stream, from 0, without gaps. */
  number: number;
  type: Type;
  /** Public key of the device (or invitation) that signed, hex. */
  author: string;
  /** The author's clock. */
  at: string;
  /** The township's clock when it took the event in: this one counts for deadlines. */
  acceptedAt: string;
  content: Content;
}
