namespace Thymia.Conformance.Running;

/// <summary>Several listeners as one: each gets an event before any gets the next.</summary>
public sealed class RunListeners(params IReadOnlyList<IRunListener> listeners) : IRunListener
{
    public void OnEvent(RunEvent happened)
    {
        foreach (var listener in listeners)
        {
            listener.OnEvent(happened);
        }
    }
}
