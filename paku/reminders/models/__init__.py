"""Clock (how many days), Delivery (what has been promised to whom), Heartbeat (the sweeper is alive)."""

from paku.reminders.models.clock import Clock, ClockKind
from paku.reminders.models.delivery import Channel, Delivery, State
from paku.reminders.models.heartbeat import Heartbeat

__all__ = ["Channel", "Clock", "ClockKind", "Delivery", "Heartbeat", "State"]
