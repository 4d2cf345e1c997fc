using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Running;

/// <summary>What is planned for one operation.</summary>
/// <param name="Valid">How many enumerated cases honour the contract.</param>
/// <param name="Invalid">How many break it.</param>
/// <param name="Untested">What of it is not tested, as sentences without a full stop.</param>
public sealed record OperationPlan(Operation Operation, int Valid, int Invalid, IReadOnlyList<string> Untested);
