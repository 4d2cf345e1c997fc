using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Running;

/// <summary>A constraint of an operation under test, with the ways in which a run breaks it.</summary>
/// <param name="Kinds">The kinds of break in the order of the cases, one for each; none where nothing breaks
/// it.</param>
public sealed record ConstraintPlan(Operation Operation, Constraint Constraint, IReadOnlyList<string> Kinds);
