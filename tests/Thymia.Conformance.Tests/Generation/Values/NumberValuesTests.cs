using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Values;

public sealed class NumberValuesTests
{
    [Theory]
    [InlineData("type: integer", -100, 100)]
    [InlineData("type: integer, minimum: 3, maximum: 7", 3, 7)]
    [InlineData("type: integer, exclusiveMinimum: 3, exclusiveMaximum: 7", 4, 6)]
    [InlineData("type: integer, minimum: 3, exclusiveMinimum: 5, maximum: 7, exclusiveMaximum: 20", 6, 7)]
    [InlineData("type: integer, minimum: 8, exclusiveMinimum: 5, maximum: 17, exclusiveMaximum: 10", 8, 9)]
    [InlineData("type: integer, minimum: 1, maximum: 20, multipleOf: 6", 6, 18)]
    [InlineData("type: integer, exclusiveMinimum: 6, exclusiveMaximum: 18, multipleOf: 6", 12, 12)]
    [InlineData("type: integer, minimum: 500", 500, 600)]
    [InlineData("type: integer, maximum: -500", -600, -500)]
    [InlineData("type: integer, maximum: 30", -70, 30)]
    [InlineData("type: integer, minimum: -500", -500, 100)]
    [InlineData("type: integer, minimum: 0.5, maximum: 2.5", 1, 2)]
    [InlineData("type: number", -25, 100)]
    [InlineData("type: number, exclusiveMinimum: 1, exclusiveMaximum: 2", 1.25, 1.75)]
    [InlineData("type: number, minimum: 0, maximum: 0.05, multipleOf: 0.02", 0, 0.04)]
    public void Lie_between_the_least_and_the_greatest_allowed(string schema, double low, double high)
    {
        var node = Described.Node($"{{{schema}}}");
        Assert.Equal(((decimal)low, (decimal)high), NumberValues.Range(node, NumberValues.Step(node)));

        var drawn = Enumerable
            .Range(0, 300)
            .Select(i => NumberValues.Make(node, new Dice().From(new Seed((ulong)i))))
            .ToList();
        Assert.All(drawn, d => Assert.InRange(d, (decimal)low, (decimal)high));
        Assert.True(high - low > 10 || (drawn.Min() == (decimal)low && drawn.Max() == (decimal)high));
    }

    [Theory]
    [InlineData("type: integer", 1)]
    [InlineData("type: number", 0.25)]
    [InlineData("type: integer, multipleOf: 3", 3)]
    [InlineData("type: integer, multipleOf: 0.5", 1)]
    [InlineData("type: number, multipleOf: 0.5", 0.5)]
    public void Lie_a_step_apart(string schema, double step) =>
        Assert.Equal((decimal)step, NumberValues.Step(Described.Node($"{{{schema}}}")));

    [Fact]
    public void Are_multiples_in_binary_arithmetic_too()
    {
        var node = Described.Node("{type: number, minimum: 0, maximum: 1, multipleOf: 0.01}");
        Assert.False(NumberValues.IsPlainMultiple(0.07m, 0.01m));
        Assert.True(NumberValues.IsPlainMultiple(0.08m, 0.01m));
        Assert.All(Enumerable.Range(0, 200), i =>
            Assert.True(
                NumberValues.IsPlainMultiple(NumberValues.Make(node, new Dice().From(new Seed((ulong)i))), 0.01m)
            )
        );
    }

    [Theory]
    [InlineData("type: [integer, string], format: int32, pattern: '^-?(?:0|[1-9]\\d*)$', minimum: 1, maximum: 9", true)]
    [InlineData("type: ['null', number, string], format: double, pattern: '^-?[0-9]+$'", true)]
    [InlineData("type: [integer, string], pattern: '^[0-9]+$'", false)]
    [InlineData("type: [integer, string], format: uuid", false)]
    public void Are_numbers_where_a_format_of_numbers_says_that_text_is_but_a_way_to_write_them(
        string schema,
        bool isNumber
    )
    {
        var place = new ValuePlace(Described.Node($"{{{schema}}}"), "/a");

        var made = ValueSource.Make(place, new Recipe { Draw = new Draw(default, new Seed(1)) });

        Assert.Equal(isNumber, made?.GetValueKind() == System.Text.Json.JsonValueKind.Number);
    }
}
