"""``factlint check``."""

from __future__ import annotations

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "sarif"]), default="text")
@click.option("--select", multiple=True)
@click.option("--ignore", multiple=True)
@click.option("--profile", type=click.Choice(["desk", "pedantic"]), default="desk")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]))
@click.pass_context
def check(ctx: click.Context, paths, form, select, ignore, profile, date) -> None:
    """Check articles."""
    from factlint.engine.article import RuleSettings
    from factlint.engine.paths import find_articles
    from factlint.engine.registry import all_rules
    from factlint.engine.run import RunSettings, run
    from factlint.engine.selection import select_rules
    from factlint.kb.store import Snapshot
    from factlint.report import sarif
    from factlint.rulekit.rule import Profile

    def words(values):
        return [word for value in values for word in value.split(",") if word]

    rules = select_rules(all_rules(), profile=Profile(profile), select=words(select), ignore=words(ignore))
    files, problems = find_articles(paths)
    for problem in problems:
        click.echo(f"factlint: {problem}", err=True)
    try:
        from factlint.kb.embedded import embedded_path
        kb = Snapshot(embedded_path())
    except Exception:  # TEMPORARY until the snapshot is compiled
        class _Empty:
            class info:
                id = "none"
            def __getattr__(self, name):
                return lambda *a, **k: () if name != "entity" else None
        kb = _Empty()
    settings = RunSettings(tuple(RuleSettings(r, r.severity, r.options) for r in rules), date.date() if date else None)
    report = run(files, settings, kb)
    for problem in report.problems:
        click.echo(f"factlint: {problem.message}", err=True)
    if form == "sarif":
        click.echo(sarif.render(report), nl=False)
    else:
        for d in report.diagnostics:
            click.echo(f"{d.region.path}:{d.region.start.line}:{d.region.start.column}: {d.severity} {d.rule}: {d.message} [{d.words}]")
        click.echo(report.claims)
    ctx.exit(report.exit_status or (2 if problems else 0))
