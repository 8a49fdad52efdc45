"""Files for the directory: read without trust, compared with what stands there, told before anything is done."""
