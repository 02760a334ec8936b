"""The settings of a run: options of the command, then `ATLAS_…` variables, then a TOML file, then these defaults."""

import tomllib
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from atlas_scraper.dataset.frontier import SHARE, SWEEP
from atlas_scraper.errors import AtlasError
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.night.places import CONFIG_FILE, PREFIX
from atlas_scraper.people.opposition import read_opposition
from atlas_scraper.people.policy import People, Policy
from atlas_scraper.version import __version__


class SettingsError(AtlasError):
    """A setting that cannot be used."""


def _check_base_url(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("an address such as https://pastel.diplomatie.gouv.fr/cncdext/ is needed")
    return address if address.endswith("/") else f"{address}/"


class Archive(StrEnum):
    """What a night keeps of the answers."""

    ALL = "all"
    CHANGED = "changed"


class Settings(BaseSettings):
    """How a run behaves; each has an option of the same name and a variable with `ATLAS_` in front."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, use_attribute_docstrings=True, toml_file=None
    )

    base_url: Annotated[str, AfterValidator(_check_base_url)] = "https://pastel.diplomatie.gouv.fr/cncdext/"
    """Address of the site, or a web archive's replay prefix before it."""
    project_page: Annotated[str, Field(pattern=r"^https?://[\x21-\x7e]+$")] = "https://example.org/atlas_scraper"
    """Page that tells the site what this crawler is; part of the User-Agent."""
    contact: Annotated[str, Field(pattern=r"^[\x21-\x7e][\x20-\x7e]*$")] = "see the project page"
    """Whom the site can write to about this crawler; part of the User-Agent."""
    delay: Annotated[float, Field(ge=0)] = 1.0
    """Seconds between requests at least."""
    timeout: Annotated[float, Field(gt=0)] = 60.0
    """Seconds that a request may take in all."""
    max_bytes: Annotated[int, Field(ge=1000)] = 5_000_000
    """Bytes that a page may have, on the wire and decoded."""
    tries: Annotated[int, Field(ge=1, le=10)] = 4
    """How often a page is asked for where that may help."""
    ignore_robots: bool = False
    """Do not obey robots.txt; for those who have leave of the site. The run says so in its report."""
    robots_hours: Annotated[float, Field(gt=0, le=24)] = 24.0
    """Hours after which robots.txt is read again."""
    redirect_days: Annotated[float, Field(ge=0, le=3660)] = 30.0
    """In web archives, how many days from the capture of a redirect that of its target may lie."""
    archive: Archive = Archive.ALL
    """Whether the archive keeps every answer whole, or notes pages that say what they said before by their digest."""
    keep: Annotated[int, Field(ge=2)] = 14
    """Releases to keep; at least two, so that a reader of the last one is not cut off."""
    sweep_share: Annotated[float, Field(ge=0, le=1)] = SHARE
    """Share of the numbers that never were a project to ask for each night, once all have been asked for."""
    sweep_to: Annotated[int, Field(ge=1, le=999_999)] = SWEEP
    """Number up to which all are asked for."""
    ping: Annotated[str | None, Field(pattern=r"^https?://[\x21-\x7e]+$")] = None
    """Address of a dead-man's switch that is told of each run, by the protocol of healthchecks.io."""
    people: People = People.KEEP
    """Whether records name people (`keep`, with a public twin beside) or not (`drop`)."""
    opposition: Path | None = None
    """Opposition list: keyed hashes of people who are to be left out of everything."""
    opposition_key: SecretStr | None = None
    """Secret of the opposition list; best kept in the variable `ATLAS_OPPOSITION_KEY`."""
    health: Path | None = None
    """File of health bounds in place of the packaged one."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library passes all kinds
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - idem
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take options first, then variables, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def policy(self) -> Policy:
        """What becomes of people in records.

        Raises:
            BadOpposition: the opposition list cannot be used.
        """
        key = self.opposition_key.get_secret_value() if self.opposition_key else ""
        listed = read_opposition(self.opposition, key) if self.opposition else None
        return Policy(listed, leaves_out_people=self.people is People.DROP)

    @property
    def manners(self) -> Manners:
        """What the client needs to know of them."""
        return Manners(
            base_url=self.base_url,
            user_agent=f"atlas_scraper/{__version__} (+{self.project_page}; {self.contact})",
            delay=self.delay,
            timeout=self.timeout,
            max_bytes=self.max_bytes,
            tries=self.tries,
            obey_robots=not self.ignore_robots,
            robots_hours=self.robots_hours,
            redirected_within=timedelta(days=self.redirect_days),
        )


def load_settings(config: Path | None = None, **options: Any) -> Settings:
    """Put the settings together.

    Args:
        config: a TOML file; without it, `atlas.toml` of the working folder where there is one.
        options: what the command was given; `None` for what it was not.

    Raises:
        SettingsError: the file cannot be read, or a setting cannot be used.
    """
    file = config or (CONFIG_FILE if CONFIG_FILE.is_file() else None)

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=file)

    try:
        if file and not file.is_file():
            raise FileNotFoundError(f"no file {file}")
        return FromFile(**{name: value for name, value in options.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        found = f"{first['input']!r}: {first['msg']}"
        raise SettingsError(
            f"a setting {place} that can be used", found, "see `atlas-scraper refresh --help`"
        ) from error
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SettingsError("a file of settings in TOML", str(error), "check --config") from error
