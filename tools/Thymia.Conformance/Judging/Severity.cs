namespace Thymia.Conformance.Judging;

/// <summary>How much a broken promise matters to a consumer.</summary>
public enum Severity
{
    /// <summary>Consumers can live with it, but should not have to.</summary>
    Minor,

    /// <summary>A consumer that relies on the contract breaks.</summary>
    Major,

    /// <summary>Data or money is at risk: what should be refused gets in, or what should stay in gets out.</summary>
    Critical,
}
