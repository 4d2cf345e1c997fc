namespace Thymia.Conformance.Replay;

/// <summary>
/// The connections that every command opens, to whomever it speaks. Redirects are never followed and cookies never
/// kept, so what is sent reaches one origin alone; a proxy is asked as the usual variables say, and never on the way to
/// this machine.
/// </summary>
public static class Transport
{
    /// <summary>Whoever asks for it disposes of it.</summary>
    public static SocketsHttpHandler To(Uri target) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !target.IsLoopback,
            ActivityHeadersPropagator = null,
        };
}
