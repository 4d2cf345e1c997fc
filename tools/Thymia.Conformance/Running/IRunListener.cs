namespace Thymia.Conformance.Running;

/// <summary>Follows a run as it happens.</summary>
public interface IRunListener
{
    /// <summary>One event at a time, in order.</summary>
    void OnEvent(RunEvent happened);
}
