using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>A part of a tested operation that is passed over, and the place and reason in the description.</summary>
/// <param name="Operation">Method and path, such as <c>POST /v1/calls</c>.</param>
/// <param name="Part">Such as <c>answer 200</c>.</param>
/// <param name="Step">What it is not: <c>judged</c> or <c>tested</c>.</param>
/// <param name="Fault">What keeps it from being.</param>
public sealed record LeftOutPart(string Operation, string Part, string Step, UnusableInputException Fault);
