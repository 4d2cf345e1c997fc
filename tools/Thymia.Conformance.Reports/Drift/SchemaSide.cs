namespace Thymia.Conformance.Reports.Drift;

/// <summary>Who writes what a schema governs, and so whom a change of it breaks.</summary>
internal enum SchemaSide
{
    /// <summary>Consumers write it, providers read it.</summary>
    Request,

    /// <summary>Providers write it, consumers read it.</summary>
    Answer,
}

internal static class SchemaSides
{
    /// <summary>Less is allowed than before: whoever writes it breaks.</summary>
    public static Broken Narrowed(this SchemaSide side) =>
        side == SchemaSide.Request ? Broken.Consumers : Broken.Providers;

    /// <summary>More is allowed than before: whoever reads it breaks.</summary>
    public static Broken Widened(this SchemaSide side) =>
        side == SchemaSide.Request ? Broken.Providers : Broken.Consumers;
}
