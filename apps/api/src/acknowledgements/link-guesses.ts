import { Injectable } from '@nestjs/common';
import { MinutePace } from '../http/minute-pace.js';

/**
 * How many links that nobody signed each address has asked for: more than a mail program that breaks a link makes of it; each guess has
 * one chance in 2^128. Signed ones are never counted: a mail server follows those of everybody.
 */
@Injectable()
export class LinkGuesses extends MinutePace {
  constructor() {
    super(20);
  }
}
