using Thymia.Provider.Kept;

namespace Thymia.Provider.Defects.Kept;

/// <summary>A fault in what is done with calls that are kept; nothing of it shows where none are.</summary>
internal sealed class KeptDefect(string name, string check, string description, KeptSteps steps)
    : Defect(name, check, description)
{
    public KeptSteps Steps => steps;
}
