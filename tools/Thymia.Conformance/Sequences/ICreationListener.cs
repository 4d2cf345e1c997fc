namespace Thymia.Conformance.Sequences;

/// <summary>Follows what a run creates at the provider and deletes again.</summary>
public interface ICreationListener
{
    /// <summary>It is there from now on.</summary>
    void Created(CreatedThing thing);

    /// <summary>It is there no more.</summary>
    void Deleted(CreatedThing thing);

    /// <summary>A request perhaps created something: no answer gave an id that can be used.</summary>
    void PerhapsCreated(string producer);
}
