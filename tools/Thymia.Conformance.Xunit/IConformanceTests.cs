namespace Thymia.Conformance.Xunit;

/// <summary>Says what the tests of a class are about.</summary>
public interface IConformanceTests
{
    /// <summary>Description, provider and settings; asked for once, before tests are listed.</summary>
    static abstract ConformanceSuite Suite { get; }
}
