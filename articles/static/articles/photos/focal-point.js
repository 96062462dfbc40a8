// Click or drag on the picture to set the focal point; the two sliders do the same by keyboard.
// The frame shows what the 1200 × 630 crop for social networks keeps.
const CROP = 1200 / 630;

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

function enhance(picture) {
  const [x, y] = picture.dataset.focalPicture.split(" ").map((id) => document.getElementById(id));
  const image = picture.querySelector("img");
  if (!x || !y || !image) return;
  const marker = Object.assign(document.createElement("span"), { className: "focal-picture__marker" });
  const frame = Object.assign(document.createElement("span"), { className: "focal-picture__frame" });
  const outputs = [x, y].map((slider) => slider.insertAdjacentElement("afterend", document.createElement("output")));
  picture.append(frame, marker);

  function draw() {
    const [left, top] = [Number(x.value), Number(y.value)];
    const ratio = image.getAttribute("width") / image.getAttribute("height");
    const width = Math.min(1, CROP / ratio);
    const height = Math.min(1, ratio / CROP);
    marker.style.left = `${left * 100}%`;
    marker.style.top = `${top * 100}%`;
    frame.style.width = `${width * 100}%`;
    frame.style.height = `${height * 100}%`;
    frame.style.left = `${clamp(left - width / 2, 0, 1 - width) * 100}%`;
    frame.style.top = `${clamp(top - height / 2, 0, 1 - height) * 100}%`;
    outputs[0].value = `${Math.round(left * 100)} %`;
    outputs[1].value = `${Math.round(top * 100)} %`;
  }

  function moveTo(event) {
    const box = image.getBoundingClientRect();
    x.value = clamp((event.clientX - box.left) / box.width, 0, 1);
    y.value = clamp((event.clientY - box.top) / box.height, 0, 1);
    for (const slider of [x, y]) slider.dispatchEvent(new Event("input", { bubbles: true }));
  }

  image.draggable = false;
  picture.classList.add("focal-picture--live");
  picture.addEventListener("pointerdown", (event) => {
    picture.setPointerCapture(event.pointerId);
    moveTo(event);
  });
  picture.addEventListener("pointermove", (event) => {
    if (picture.hasPointerCapture(event.pointerId)) moveTo(event);
  });
  for (const slider of [x, y]) slider.addEventListener("input", draw);
  draw();
}

for (const picture of document.querySelectorAll("[data-focal-picture]")) enhance(picture);
