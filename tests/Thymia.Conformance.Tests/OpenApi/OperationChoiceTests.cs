using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class OperationChoiceTests
{
    private static readonly ApiDescription Shop = Described.Read(
        """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /pets:
            get: {operationId: listPets, tags: [pets], responses: {'200': {description: ok}}}
            post: {operationId: addPet, tags: [pets, writing], responses: {'201': {description: ok}}}
          /carts/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get: {operationId: showCart, tags: [carts], responses: {'200': {description: ok}}}
          /broken/{id}:
            get: {operationId: showBroken, tags: [pets], responses: {'200': {description: ok}}}
        """
    );

    [Theory]
    [InlineData("GET /pets", "listPets")]
    [InlineData("get /pets", "listPets")]
    [InlineData("addPet", "addPet")]
    [InlineData("GET *", "listPets showCart")]
    [InlineData("*Pet*", "listPets addPet")]
    [InlineData("GET /carts/*", "showCart")]
    public void An_operation_is_named_by_method_and_path_by_its_id_or_by_a_pattern(string name, string ids) =>
        Assert.Equal(ids, Ids(new OperationChoice { Named = [name] }));

    [Fact]
    public void Several_names_are_all_meant() =>
        Assert.Equal("addPet showCart", Ids(new OperationChoice { Named = ["GET /carts/{id}", "addPet"] }));

    [Fact]
    public void A_tag_chooses_as_well() =>
        Assert.Equal("addPet showCart", Ids(new OperationChoice { Tags = ["writing", "cart*"] }));

    [Fact]
    public void What_is_excluded_is_left_out_of_what_is_chosen()
    {
        Assert.Equal("addPet", Ids(new OperationChoice { Tags = ["pets"], Excluded = ["listPets"] }));
        Assert.Equal("listPets showCart", Ids(new OperationChoice { Excluded = ["POST *"] }));
    }

    [Fact]
    public void Operations_that_cannot_be_tested_are_chosen_alike()
    {
        Assert.Equal(
            ["GET /broken/{id}"],
            new OperationChoice { Tags = ["pets"] }
                .LeftOutOf(Shop)
                .Select(o => o.Name)
        );
        Assert.Empty(new OperationChoice { Tags = ["carts"] }.LeftOutOf(Shop));
        Assert.True(new OperationChoice { Named = ["showBroken"] }.Names(Shop.LeftOut[0]));
        Assert.False(new OperationChoice { Named = ["show*"] }.Names(Shop.LeftOut[0]));
    }

    [Fact]
    public void What_is_of_no_operation_is_refused()
    {
        Assert.Equal("operation-not-found", Refused(new OperationChoice { Named = ["listPet"] }).Code);
        Assert.Equal("operation-not-found", Refused(new OperationChoice { Excluded = ["DELETE *"] }).Code);
        Assert.Equal("operation-not-found", Refused(new OperationChoice { Excluded = ["*"] }).Code);
        Assert.Contains("carts", Refused(new OperationChoice { Tags = ["cats"] }).Hint, StringComparison.Ordinal);
    }

    private static string Ids(OperationChoice choice) => string.Join(' ', choice.Of(Shop).Select(o => o.Id));

    private static UnusableInputException Refused(OperationChoice choice) =>
        Assert.Throws<UnusableInputException>(() => choice.Of(Shop));
}
