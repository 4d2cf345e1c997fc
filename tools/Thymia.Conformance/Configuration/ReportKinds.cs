namespace Thymia.Conformance.Configuration;

/// <summary>The reports that a run writes beside <c>results.json</c>.</summary>
[Flags]
public enum ReportKinds
{
    None = 0,

    /// <summary><c>report.html</c>, for people.</summary>
    Html = 1,

    /// <summary><c>junit.xml</c>, for CI services.</summary>
    JUnit = 2,

    /// <summary><c>report.sarif</c>, for code hosts that show findings at lines of the description.</summary>
    Sarif = 4,

    /// <summary><c>exchanges.har</c>, every request and answer; large, so only when asked for.</summary>
    Har = 8,

    /// <summary><c>ctrf.json</c>, for tools that read the Common Test Report Format.</summary>
    Ctrf = 16,

    /// <summary>All but the large one.</summary>
    Usual = Html | JUnit | Sarif | Ctrf,
}
