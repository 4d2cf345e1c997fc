using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Tests.Generation.Values;

public sealed class MeaningsTests
{
    // The meaning is internal, so that rows state its name.
    [Theory]
    [InlineData(
        "PhoneNumber",
        "phone",
        "mobile",
        "msisdn",
        "homeTelNo",
        "caller_id",
        "dialNumber",
        "tel",
        "fax",
        "Work-Phone"
    )]
    [InlineData("Label", "userLabel")]
    [InlineData("BirthDate", "date_of_birth", "birthDate", "birthday", "dob")]
    [InlineData("Email", "e-mail", "contactEmail")]
    [InlineData("Url", "webhook", "callback", "url", "uri", "link", "homeUrl", "baseURI")]
    [InlineData("GivenName", "firstName", "given_name")]
    [InlineData("FamilyName", "lastname", "surname", "family name")]
    [InlineData("PersonName", "name", "fullName", "displayName")]
    [InlineData("Language", "language", "locale", "lang")]
    [InlineData("Deletion", "deleteData", "purge_data", "eraseData")]
    [InlineData("City", "city")]
    [InlineData("Identifier", "id")]
    [InlineData("Unknown", "", "note", "curlUp", "identity", "names", "hotel", "scale", "urn")]
    public void Are_guessed_from_a_name(string meaning, params string[] names) =>
        Assert.All(names, name => Assert.Equal(meaning, Meanings.OfName(name).ToString()));

    [Fact]
    public void Come_from_the_last_step_of_a_pointer()
    {
        Assert.Equal(Meaning.City, Meanings.Of("/phone/city"));
        Assert.Equal(Meaning.City, Meanings.Of("city"));
        Assert.Equal(Meaning.Unknown, Meanings.Of("/city/0"));
    }
}
