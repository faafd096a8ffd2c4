/** Names of streams, for screens that look into the tables by them. */
export {
  boxStream,
  deskStream,
  inspectionStream,
  officeStream,
  parseStream,
  publicStream,
  registryOf,
  type StreamName,
  type TownshipId,
} from '../../log/stream.ts';
