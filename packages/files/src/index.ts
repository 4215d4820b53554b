export { acceptedEndings, type AcceptedType, acceptedTypes, type Sniffed, sniffType } from './accepted-types.js';
export { type Bucket, BucketStorage } from './bucket-storage.js';
export { FileMissingError, type FileStorage, isKey, type KeptFile } from './file-storage.js';
export { FolderStorage } from './folder-storage.js';
export { FileTooLargeError, receiveFile, type ReceivedFile, sweepIncoming } from './received-file.js';
export { storageMistakes, type StoragePlace, storagePlaceOf, storageVariables } from './storage-place.js';
