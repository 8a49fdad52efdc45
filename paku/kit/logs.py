"""Logs hold no content: an exception's message may quote what a person typed, so only its kind and place stay."""

import logging


class NoContent(logging.Filter):
    """Drops the arguments and messages of exceptions; keeps type, file and line (security row 36)."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            place = ""
            while trace is not None:
                place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
                trace = trace.tb_next
            record.msg, record.args = f"{kind.__name__} at {place}", ()
            record.exc_info, record.exc_text = None, None
        return True
