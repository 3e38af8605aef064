"""The plans. Written by `sapi generate` from spec/catalogues/plans.yaml; do not edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Tier = Literal[
    "free",
    "starter",
    "pro",
    "business",
    "enterprise",
]

PAGE_ALLOWANCE = 5
"""Facebook Pages that one brand may hold, on every plan."""

UNLIMITED = -1


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: names, prices in US dollars, and allowances, where -1 means unlimited.

    A price of -1 is agreed with each customer and None is not published. `enforced` plans refuse calls that need
    a credit none is left of; the others only count.
    """

    tier: Tier
    name: str
    tagline: str
    brands: int
    posts_per_month: int
    interactions_per_month: int
    storage_bytes: int
    monthly_price_usd: int | None
    annual_price_usd: int | None
    popular: bool
    enforced: bool
    exports_per_month: int
    concurrent_exports: int
    export_max_videos: int
    export_max_transcripts: int
    vision_analysis: bool
    event_retention_days: int
    report_expiry_days: int
    export_cooldown_seconds: int | None


PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        "free": Plan(
            tier="free",
            name="Hobby",
            tagline="Enough to try every feature.",
            brands=2,
            posts_per_month=10,
            interactions_per_month=50,
            storage_bytes=104857600,
            monthly_price_usd=0,
            annual_price_usd=0,
            popular=False,
            enforced=True,
            exports_per_month=2,
            concurrent_exports=1,
            export_max_videos=30,
            export_max_transcripts=10,
            vision_analysis=False,
            event_retention_days=1,
            report_expiry_days=7,
            export_cooldown_seconds=604800,
        ),
        "starter": Plan(
            tier="starter",
            name="Side Hustle",
            tagline="For one product with a handful of brands.",
            brands=10,
            posts_per_month=-1,
            interactions_per_month=-1,
            storage_bytes=-1,
            monthly_price_usd=29,
            annual_price_usd=None,
            popular=False,
            enforced=False,
            exports_per_month=10,
            concurrent_exports=1,
            export_max_videos=200,
            export_max_transcripts=-1,
            vision_analysis=True,
            event_retention_days=7,
            report_expiry_days=30,
            export_cooldown_seconds=86400,
        ),
        "pro": Plan(
            tier="pro",
            name="Full Send",
            tagline="For teams that serve many clients.",
            brands=50,
            posts_per_month=-1,
            interactions_per_month=-1,
            storage_bytes=-1,
            monthly_price_usd=109,
            annual_price_usd=1044,
            popular=True,
            enforced=False,
            exports_per_month=20,
            concurrent_exports=1,
            export_max_videos=500,
            export_max_transcripts=-1,
            vision_analysis=True,
            event_retention_days=30,
            report_expiry_days=30,
            export_cooldown_seconds=3600,
        ),
        "business": Plan(
            tier="business",
            name="Empire",
            tagline="For agencies with clients by the hundred.",
            brands=200,
            posts_per_month=-1,
            interactions_per_month=-1,
            storage_bytes=-1,
            monthly_price_usd=349,
            annual_price_usd=None,
            popular=False,
            enforced=False,
            exports_per_month=-1,
            concurrent_exports=1,
            export_max_videos=-1,
            export_max_transcripts=-1,
            vision_analysis=True,
            event_retention_days=90,
            report_expiry_days=90,
            export_cooldown_seconds=3600,
        ),
        "enterprise": Plan(
            tier="enterprise",
            name="Enterprise",
            tagline="No ceilings, and a price by agreement.",
            brands=-1,
            posts_per_month=-1,
            interactions_per_month=-1,
            storage_bytes=-1,
            monthly_price_usd=-1,
            annual_price_usd=-1,
            popular=False,
            enforced=False,
            exports_per_month=-1,
            concurrent_exports=1,
            export_max_videos=-1,
            export_max_transcripts=-1,
            vision_analysis=True,
            event_retention_days=90,
            report_expiry_days=90,
            export_cooldown_seconds=0,
        ),
    }
)
