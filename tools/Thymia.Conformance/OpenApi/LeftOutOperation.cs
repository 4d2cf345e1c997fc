using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>An operation that is not tested since its part of the description has a fault.</summary>
/// <param name="Name">Such as <c>POST /v1/calls</c>.</param>
/// <param name="Fault">Where and what, and what to do about it.</param>
public sealed record LeftOutOperation(string Name, UnusableInputException Fault)
{
    /// <summary>As far as it can be read; null of a path that is stated elsewhere.</summary>
    public Operation? Operation { get; init; }
}
