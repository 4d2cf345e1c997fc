namespace Thymia.Conformance.Configuration;

/// <summary>Which cases are wanted, by whether they honour the contract.</summary>
public enum ChosenCases
{
    All,
    Valid,
    Invalid,
}
