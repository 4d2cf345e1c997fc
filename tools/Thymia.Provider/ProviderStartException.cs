namespace Thymia.Provider;

/// <summary>
/// A provider could not be started: its message says why, its <see cref="Hint"/> what to do about it.
/// </summary>
public sealed class ProviderStartException : Exception
{
    public ProviderStartException(string message, string hint, Exception? inner = null)
        : base(message, inner)
    {
        Hint = hint;
    }

    /// <summary>One sentence for the person who started it.</summary>
    public string Hint { get; }
}
