"""The demo world and the synthetic population: sees the rooms, is seen by none."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "paku.demo"
    label = "demo"
