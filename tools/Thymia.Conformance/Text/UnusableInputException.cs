namespace Thymia.Conformance.Text;

/// <summary>
/// Input that no run can start from: a description that cannot be read, a wrong setting, a folder that cannot be
/// written. Shown to the user as one sentence; the process ends with exit code 2.
/// </summary>
/// <param name="code">Stable kebab-case name of the error, such as <c>description-not-found</c>.</param>
/// <param name="problem">What is wrong, as a clause without a closing full stop.</param>
/// <param name="location">Where: a file, with <c>:line</c> where known, or the name of a setting.</param>
/// <param name="hint">What to do about it, as a clause without a closing full stop.</param>
public sealed class UnusableInputException(
    string code,
    string problem,
    string location,
    string hint,
    Exception? cause = null
) : Exception($"{location}: {problem}; {hint}.", cause)
{
    public string Code { get; } = code;

    public string Problem { get; } = problem;

    public string Location { get; } = location;

    public string Hint { get; } = hint;
}
