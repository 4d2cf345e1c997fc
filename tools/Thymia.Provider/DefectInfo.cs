namespace Thymia.Provider;

/// <summary>A Defect as a catalogue lists it.</summary>
/// <param name="Name">What it is switched on by, in kebab-case.</param>
/// <param name="Group">The part of the contract it breaks, such as <c>Validation</c> or <c>Answers</c>.</param>
/// <param name="Check">The id of the Check that is meant to find it.</param>
/// <param name="Description">What a provider with it does, in one sentence.</param>
public sealed record DefectInfo(string Name, string Group, string Check, string Description);
