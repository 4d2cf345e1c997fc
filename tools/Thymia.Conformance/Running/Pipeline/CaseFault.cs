using System.Diagnostics;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// What is said of a fault of the suite itself at one case, so that it ends that case and not the run. An exception's
/// own message may quote what a provider answered, so it is not shown.
/// </summary>
internal static class CaseFault
{
    /// <summary>A clause: what was being done, the kind of fault, and where in the suite it came up.</summary>
    /// <param name="doing">Such as <c>judging the answer</c>.</param>
    public static string Of(string doing, Exception fault) =>
        fault is UnusableInputException unusable
            ? $"{doing} is impossible: {unusable.Message}"
            : $"{doing} failed with {fault.GetType().Name}{PlaceOf(fault)}; report it with the case's id, the fault "
                + "is the suite's";

    /// <summary>True for what ends a case; a cancel that was asked for ends the run.</summary>
    public static bool Is(Exception error, CancellationToken cancellation) =>
        error is not OperationCanceledException || !cancellation.IsCancellationRequested;

    private static string PlaceOf(Exception fault)
    {
        var method = new StackTrace(fault)
            .GetFrames()
            .Select(f => f.GetMethod())
            .FirstOrDefault(m =>
                m?.DeclaringType?.Namespace?.StartsWith(nameof(Thymia), StringComparison.Ordinal) == true
            );
        return method is null ? "" : $" in {method.DeclaringType!.Name}.{method.Name}";
    }
}
